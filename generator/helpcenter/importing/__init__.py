"""Flows from elsewhere: Mermaid flowcharts and GOV.UK's simple smart answers become our YAML."""

from __future__ import annotations

from helpcenter.importing.draft import Draft, Imported
from helpcenter.importing.flow_yaml import as_yaml
from helpcenter.importing.mermaid import read_mermaid
from helpcenter.importing.smart_answer import read_smart_answer

__all__ = ["Draft", "Imported", "as_yaml", "read_mermaid", "read_smart_answer"]
