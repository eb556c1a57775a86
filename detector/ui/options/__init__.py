"""Ways to run the service: delivery models and legal forms."""
