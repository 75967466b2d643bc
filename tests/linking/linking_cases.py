"""People, meetings and places that the tests of linking share."""

TD = "Xã Tam Đại, Huyện Phú Ninh, Tỉnh Quảng Nam"
TL = "Xã Tam Lãnh, Huyện Phú Ninh, Tỉnh Quảng Nam"
PN = "Huyện Phú Ninh, Tỉnh Quảng Nam"
QN = "Tỉnh Quảng Nam"
NEW = "Xã Phú Ninh, Thành phố Đà Nẵng"  # Tam Đại and Tam Lãnh since July 2025


def person(name, *posts, honorific=None, role="tham dự"):
    """A person of a record; a post is title, body and its place."""
    made = [[title, body, place] for title, body, place in posts]
    return {"id": name, "name": name, "honorific": honorific, "role": role, "posts": made}


def event(name, when, place, *, hosts=(), venue=None, kind="hội nghị"):
    """A meeting of a record."""
    told = {"id": name, "name": name, "type": kind, "when": when, "place": place}
    return {**told, "venue": venue, "hosts": list(hosts)}
