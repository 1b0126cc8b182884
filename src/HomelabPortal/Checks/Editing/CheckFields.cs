namespace HomelabPortal.Checks.Editing;

/// <summary>Names of the questions, in forms and in the API alike.</summary>
public static class CheckFields
{
    public const string Name = "name";
    public const string Group = "group";
    public const string Url = "url";
    public const string Method = "method";
    public const string Statuses = "statuses";
    public const string Contains = "contains";
    public const string Host = "host";
    public const string Port = "port";
    public const string ServerName = "serverName";
    public const string Days = "days";
    public const string RecordName = "recordName";
    public const string RecordType = "recordType";
    public const string Server = "server";
    public const string Expected = "expected";
    public const string Kind = "kind";
    public const string Interval = "intervalSeconds";
    public const string Timeout = "timeoutSeconds";
    public const string DownAfter = "downAfter";
    public const string UpAfter = "upAfter";
}
