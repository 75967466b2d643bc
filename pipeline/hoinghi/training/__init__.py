"""Gold in, a trained model out: chains that propose, a judge that decides, figures that tell.

The chains (``stages/names``) learn where names begin and end from annotated articles as the rules
have read them. The judge (``stages/merge``) learns whom to believe from articles that its chains
were not trained on. All figures come from cross-validation by document.
"""

from hoinghi.training.config import TrainingConfig
from hoinghi.training.trainer import Figures, learning_curve, train, validate

__all__ = ["Figures", "TrainingConfig", "learning_curve", "train", "validate"]
