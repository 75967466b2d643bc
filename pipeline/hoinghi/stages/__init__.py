"""The stages, in the order that data meets them: each a pure finder on text and earlier facts."""
