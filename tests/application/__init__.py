"""What an applicant declares."""
