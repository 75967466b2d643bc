"""Where known content systems keep an article: selectors of CSS, from the surest to the vaguest.

They are the class names and ids that the systems themselves write, whatever the site: WordPress and
its themes, Joomla, NukeViet, Liferay, DNN, SharePoint, Drupal, Blogger, the .aspx portals of VNPT
and others, and the systems of newspapers (VCCorp, Hemera, ePi, VnExpress, Zing ...).
"""

from __future__ import annotations

from typing import NamedTuple


class Theme(NamedTuple):
    """A content system.

    Attributes:
        name: What it is called.
        body: Selectors of the element that holds the article's text.
    """

    name: str
    body: tuple[str, ...]


THEMES = (
    Theme("VCCorp", (
        "[data-role=content]", ".afcbc-body", ".knc-content", "#main-detail-body",
        ".detail-cmain .detail-content", ".detail__content", ".detail-content-body",
    )),
    Theme("Hemera, ePi", (
        ".cms-body", ".zce-content-body", ".article__body", ".c-news-detail__body", "#abody",
    )),
    Theme("VnExpress", ("article.fck_detail", ".fck_detail", ".sidebar_1 .content_detail")),
    Theme("Zing", (".the-article-body",)),
    Theme("Dân trí", (".singular-content", ".e-magazine__body")),
    Theme("VietNamNet", (".maincontent.main-content", "#maincontent", ".maincontent")),
    Theme("tagDiv Newspaper", (".tdb_single_content .tdb-block-inner", ".td-post-content")),
    Theme("Elementor", (".elementor-widget-theme-post-content",)),
    Theme("JNews", (".entry-content .content-inner", ".jeg_inner_content .content-inner")),
    Theme("block themes", (".wp-block-post-content",)),
    Theme("WordPress", (
        ".entry-content", ".post-content", ".single-content", ".the-content", ".post-entry",
        ".entry-body", ".single-post-content", ".blog-content",
    )),
    Theme("Blogger", (".post-body",)),
    Theme("NukeViet", ("#news-bodyhtml", ".news_column .bodytext", ".bodytext", ".news-bodyhtml")),
    Theme("Joomla", (
        ".com-content-article__body", ".itemFullText", ".item-page [itemprop=articleBody]",
        ".itemBody", ".item-page", ".article-fulltext", ".article-full .article-content",
    )),
    Theme("Liferay", (
        ".journal-content-article", ".asset-full-content .asset-content", ".asset-content",
    )),
    Theme("DNN", (".edn_articleContent", ".edn_article .edn_content", ".edn_article")),
    Theme("Drupal", (
        ".field--name-body", ".field-name-body", ".node__content .body", ".node-content",
    )),
    Theme("SharePoint", (".ms-rtestate-field", "[id$='_RichHtmlField']", "[id$='RichHtmlField']")),
    Theme("VNPT portals", (
        ".ArticleDetailControl .ArticleContent", "#ArticleContent", ".ArticleContent",
        ".divArticleContent", ".article-detail-content", "[id$='lblNoiDung']",
        "[id$='lblContent']", "[id$='lbContent']", "[id$='ltrContent']", "[id$='divContent']",
        "[id$='lblChiTiet']", "[id$='lbNoiDung']", "[id$='lblBody']",
    )),
    Theme("marked by microdata", ("[itemprop=articleBody]", "[property='schema:articleBody']")),
    Theme("others", (
        ".detail-content", ".content-detail", ".contentdetail", ".content_detail",
        ".detail_content", ".news-detail-content", ".detailcontent", ".news-content",
        ".newscontent", ".content-news", ".news-body", ".news-text", ".article-body",
        ".articlebody", ".article_content", ".article-content", ".articleContent", ".article-text",
        ".detail-body", ".detail__body", ".detail-text", ".post-body", ".post-text",
        ".box-content-detail", ".chi-tiet-noi-dung", ".noi-dung", ".noidung", ".noi_dung",
        "#noidung", ".noidungtin", ".content-article", ".article-detail", ".news-detail",
        ".newsdetail", ".contents", ".bodycontent", ".text-content", ".main-article",
    )),
)  # fmt: skip

# The lead that stands apart above the text.
LEADS = (
    "[data-role=sapo], .sapo, .detail__sapo, .detail-sapo, .article__sapo, .singular-sapo, "
    ".the-article-summary, .cms-desc, .knc-sapo, .chapeau, .hometext, .ArticleSummary, "
    ".articlesummary, .itemIntroText, .td-post-sub-title, .post-sapo, .news-sapo, .detail-lead, "
    ".article-lead, .detail_lead, .article-summary, .news-summary, .post-summary, .tom-tat, "
    ".tomtat, .trich-yeu, .trichyeu, .lead, .summary, .description, .introtext, .intro-text, "
    ".excerpt, .post-excerpt, .article-excerpt, .news-lead, .content-sapo, .content-detail-sapo, "
    "[itemprop=description]"
)

CAPTIONS = (
    "figcaption, .wp-caption-text, .caption, .photo-caption, .image-caption, .img-caption, "
    ".chu-thich, .chuthich, .PhotoCMS_Caption, .pCaption"
)
