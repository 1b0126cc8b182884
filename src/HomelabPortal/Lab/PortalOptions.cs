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

    /// <summary>
    /// Listening beyond loopback makes everybody who reaches the port an admin until sign-in exists,
    /// so it needs this explicit word and something in front that asks for a login.
    /// </summary>
    public bool AllowWithoutSignIn { get; set; }

    /// <summary><see cref="Address"/> as far as it is one: https, or http on loopback, and no path.</summary>
    public Uri? PublicAddress =>
        Uri.TryCreate(Address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
        && uri is { PathAndQuery: "/", UserInfo: "", Fragment: "" }
            ? uri
            : null;

    public IEnumerable<string> Faults()
    {
        if (string.IsNullOrWhiteSpace(DataDirectory))
            yield return "Portal:DataDirectory is empty. Give a folder this user may write.";
        if (Address is not null && PublicAddress is null)
            yield return $"Portal:Address “{Address}” is not an address people can sign in at. Use https and nothing after the host, for example https://portal.example.org.";
    }
}
