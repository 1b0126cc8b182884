using System.Globalization;

namespace HomelabPortal.Gpu.Containers.Updates.Keeping;

/// <summary>
/// The name under which the image of a former version is kept on its host: a repository for each wanted container, and a tag that says
/// from when until when it served. The host holds the history itself: it is there without a registry, after a restart, and with another database.
/// </summary>
/// <param name="Container">The id of the wanted container.</param>
internal sealed record KeptName(string Container, DateTimeOffset Since, DateTimeOffset Until)
{
    private const string Prefix = "homelabportal-kept/";
    private const string Moment = "yyyyMMdd'T'HHmmssfff'Z'";
    private const char Between = '_';

    public static string RepositoryOf(string container) => Prefix + container;

    public string Repository => RepositoryOf(Container);

    public string Tag => $"{Text(Since)}{Between}{Text(Until)}";

    public override string ToString() => $"{Repository}:{Tag}";

    /// <summary>Null for names of anything else.</summary>
    public static KeptName? Parse(string name)
    {
        if (!name.StartsWith(Prefix, StringComparison.Ordinal) || name[Prefix.Length..].Split(':') is not [{ Length: > 0 } container, var tag])
            return null;
        return tag.Split(Between) is [var since, var until] && TryRead(since, out var from) && TryRead(until, out var to) ? new KeptName(container, from, to) : null;
    }

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString(Moment, CultureInfo.InvariantCulture);

    private static bool TryRead(string text, out DateTimeOffset at) =>
        DateTimeOffset.TryParseExact(text, Moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out at);
}
