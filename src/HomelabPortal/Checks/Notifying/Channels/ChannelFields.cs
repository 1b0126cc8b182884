namespace HomelabPortal.Checks.Notifying.Channels;

/// <summary>Names of the questions about a channel, in forms and in the API alike.</summary>
public static class ChannelFields
{
    public const string Name = "name";
    public const string Address = "address";
    public const string Topic = "topic";
    /// <summary>The password, token or webhook address.</summary>
    public const string Credential = "secret";
    public const string MailHost = "mail.host";
    public const string MailPort = "mail.port";
    public const string MailSecurity = "mail.security";
    public const string MailFrom = "mail.from";
    public const string MailTo = "mail.to";
    public const string Groups = "groups";
    public const string Quiet = "quiet";
}
