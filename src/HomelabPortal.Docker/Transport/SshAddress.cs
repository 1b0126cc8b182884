using System.Text.RegularExpressions;

namespace HomelabPortal.Docker;

/// <summary>
/// A machine that is reached through the system's ssh, with the keys and settings of whoever runs this process.
/// What goes onto the command line is checked: nothing in it can be taken for an option or reach a shell here.
/// </summary>
internal sealed partial record SshAddress(string Host, string? User, int? Port)
{
    /// <summary>Null when the address has anything beyond a user, a host and a port, or these have odd characters.</summary>
    public static SshAddress? TryRead(Uri uri)
    {
        var host = uri.Host.Trim('[', ']');
        var user = uri.UserInfo.Length == 0 ? null : uri.UserInfo;
        var isBare = uri.AbsolutePath is "" or "/" && uri.Query.Length == 0 && uri.Fragment.Length == 0;
        if (!isBare || !HostName().IsMatch(host) || user is not null && !UserName().IsMatch(user))
            return null;
        return new SshAddress(host, user, uri.Port > 0 ? uri.Port : null);
    }

    /// <summary>The arguments of ssh. It may not ask anything, for nobody could answer.</summary>
    public IReadOnlyList<string> Arguments() =>
    [
        "-T", "-o", "BatchMode=yes", "-o", "ConnectTimeout=10", "-o", "ServerAliveInterval=30", "-o", "ServerAliveCountMax=3",
        .. Port is { } port ? ["-p", $"{port}"] : Array.Empty<string>(),
        .. User is { } user ? ["-l", user] : Array.Empty<string>(),
        "--", Host, "docker", "system", "dial-stdio",
    ];

    [GeneratedRegex("^[A-Za-z0-9]([A-Za-z0-9.:-]*[A-Za-z0-9])?$|^::[A-Fa-f0-9:]*$")]
    private static partial Regex HostName();

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_.-]*$")]
    private static partial Regex UserName();
}
