"""Mutual Business Detector: is a council service suited to become a public service mutual?"""
