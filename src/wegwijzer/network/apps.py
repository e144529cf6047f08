from django.apps import AppConfig


class NetworkConfig(AppConfig):
    name = "wegwijzer.network"
    label = "network"
