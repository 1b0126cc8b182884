using System.Net;
using HomelabPortal.Access.Web;
using HomelabPortal.Desired;
using HomelabPortal.Platform;

namespace HomelabPortal.Lab;

internal sealed class PortalOptions : IValidatedOptions
{
    public static string Section => "Portal";

    /// <summary>Where the database and keys live; relative to the folder the portal runs in.</summary>
    public string DataDirectory { get; set; } = "";

    /// <summary>The policy of a first start; afterwards it is a setting.</summary>
    public ChangePolicy? Policy { get; set; }

    /// <summary>What to call the lab on the pages.</summary>
    public string? LabName { get; set; }

    /// <summary>Where people reach the portal, for example https://portal.example.org. Not needed while it is used on this machine only.</summary>
    public string? Address { get; set; }

    /// <summary>Networks of the proxies whose X-Forwarded-For and X-Forwarded-Proto are believed, for example 10.42.0.0/16.</summary>
    public List<string> TrustedProxies { get; set; } = [];

    /// <summary>The pod the portal runs in, "namespace/name", so that it knows when an act would move the portal itself. Null outside a cluster.</summary>
    public string? Pod { get; set; }

    /// <summary>A key of old; it is read so that its place can be told.</summary>
    public string? AllowWithoutSignIn { get; set; }

    /// <summary><see cref="Address"/> as far as it is one: https, or http on loopback, and no path.</summary>
    public Uri? PublicAddress =>
        Uri.TryCreate(Address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
        && uri is { PathAndQuery: "/", UserInfo: "", Fragment: "" }
            ? uri
            : null;

    /// <summary><see cref="TrustedProxies"/> as far as they are networks.</summary>
    public TrustedProxies Proxies => new([.. TrustedProxies.Select(Access.Web.TrustedProxies.Parse).OfType<IPNetwork>()]);

    public IEnumerable<string> Faults()
    {
        if (string.IsNullOrWhiteSpace(DataDirectory))
            yield return "Portal:DataDirectory is empty. Give a folder this user may write.";
        if (Pod is not null && Pod.Split('/') is not [{ Length: > 0 }, { Length: > 0 }])
            yield return $"Portal:Pod “{Pod}” is not the name of a pod. Give namespace/name, as deploy/kubernetes/deployment.yaml does.";
        if (AllowWithoutSignIn is not null)
            yield return "Portal:AllowWithoutSignIn is no more: people sign in at the portal itself. Remove it and set Portal:Address to where they reach it, for example https://portal.example.org.";
        foreach (var odd in TrustedProxies.Where(text => Access.Web.TrustedProxies.Parse(text) is null))
            yield return $"Portal:TrustedProxies “{odd}” is not a network. Give the one of your proxy, for example 10.42.0.0/16, and never all addresses.";
        if (Address is not null && PublicAddress is null)
            yield return $"Portal:Address “{Address}” is not an address people can sign in at. Use https and nothing after the host, for example https://portal.example.org.";
    }
}
