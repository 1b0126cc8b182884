using System.Net;
using System.Text.RegularExpressions;

namespace HomelabPortal.Tunnels.Editing;

/// <summary>Pure: which services a rule can lead to.</summary>
internal static partial class RuleServices
{
    private const string Example = "Give a service such as http://10.0.0.20:8080, ssh://10.0.0.5:22, unix:/run/app.sock or http_status:404.";
    private static readonly string[] _web = ["http", "https"];
    private static readonly string[] _streams = ["tcp", "ssh", "rdp", "smb"];

    public static string? FaultOf(string service)
    {
        if (service.Length == 0)
            return Example;
        if (service.Any(char.IsWhiteSpace) || service.Any(char.IsControl))
            return "A service has no spaces.";
        if (service is "hello_world" or "bastion" || HttpStatus().IsMatch(service))
            return null;
        if (service.StartsWith("http_status:", StringComparison.Ordinal))
            return "http_status is followed by a status from 100 to 599, for example http_status:404.";
        if (service.StartsWith("unix:", StringComparison.Ordinal) || service.StartsWith("unix+tls:", StringComparison.Ordinal))
            return service[(service.IndexOf(':') + 1)..] is ['/', _, ..] ? null : "A socket is given by its whole path, for example unix:/run/app.sock.";
        return FaultOfAddress(service);
    }

    public static bool TakesPath(string service) => !_streams.Any(scheme => service.StartsWith(scheme + "://", StringComparison.Ordinal)) && service != "bastion";

    private static string? FaultOfAddress(string service)
    {
        if (!Uri.TryCreate(service, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
            return Example;
        if (!_web.Contains(uri.Scheme) && !_streams.Contains(uri.Scheme))
            return $"cloudflared knows no service of the kind {uri.Scheme}. {Example}";
        if (uri.UserInfo.Length > 0)
            return "A service has no user name or password in its address.";
        if (uri.PathAndQuery.Length > 1 || uri.Fragment.Length > 0)
            return "A service is an address without a path; the path of the request is passed on as it is.";
        if (_streams.Contains(uri.Scheme) && uri.Port <= 0)
            return $"Say the port as well, for example {uri.Scheme}://{uri.Host}:{(uri.Scheme == "ssh" ? 22 : uri.Scheme == "rdp" ? 3389 : 445)}.";
        return IPAddress.TryParse(uri.Host, out var address) && address.Equals(IPAddress.Any) ? $"{uri.Host} is no address to connect to." : null;
    }

    [GeneratedRegex("^http_status:[1-5][0-9][0-9]$")]
    private static partial Regex HttpStatus();
}
