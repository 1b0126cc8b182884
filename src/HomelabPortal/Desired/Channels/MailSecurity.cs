namespace HomelabPortal.Desired.Channels;

/// <summary>How the way to a mail server is encrypted.</summary>
public enum MailSecurity
{
    /// <summary>Begins in the clear and must become TLS, usually at port 587.</summary>
    StartTls,

    /// <summary>TLS from the first byte, usually at port 465.</summary>
    Tls,

    /// <summary>In the clear; only for a server of the house, and without a login.</summary>
    None,
}
