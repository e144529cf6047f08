from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "wegwijzer.web"
    label = "web"

    def ready(self) -> None:
        """Give every form its words."""
        from wegwijzer.web.forms.errors import say_what_to_do

        say_what_to_do()
