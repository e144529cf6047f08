from django.apps import AppConfig


class SignalsConfig(AppConfig):
    name = "wegwijzer.signals"
    label = "signals"

    def ready(self) -> None:
        from wegwijzer.signals.personal_data import register_sources

        register_sources()
