"""Recuperation: days of rest after sickness, maternity or a work accident."""
