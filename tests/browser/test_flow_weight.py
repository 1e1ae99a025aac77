"""A flow is light: its script, its page with 150 sections, and the articles that offer it."""

from __future__ import annotations

import gzip
import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.assets import FOLDER, assets
from generator.text_fields import text_fields
from tests.making import STATES, built, page

from .flow_project import ARTICLE_CARD, FLOW
from .test_weight import KB
from .visitor import Visitor
from .walking import must_show

pytestmark = pytest.mark.browser
