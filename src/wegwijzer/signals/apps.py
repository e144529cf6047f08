from django.apps import AppConfig


class SignalsConfig(AppConfig):
    name = "wegwijzer.signals"
    label = "signals"
