from django.apps import AppConfig


class ProgrammeConfig(AppConfig):
    name = "wegwijzer.programme"
    label = "programme"
