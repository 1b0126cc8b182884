using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace HomelabPortal.Access.Invitations;

/// <summary>What to put before the path of a link when no browser has asked: the public address, else the first one the portal listens on.</summary>
internal sealed class LinkOrigin(PortalAddress address, IServer server)
{
    private const string Everywhere = "http://localhost:5080";

    // Names of "every address of this machine", which no browser understands.
    private static readonly string[] _every = ["*", "+", "[::]", "0.0.0.0"];

    public Uri Of(NewLink link) => new(address.Configured ?? new Uri(Listening), link.Path);

    private string Listening
    {
        get
        {
            var first = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault(value => !value.Contains("unix:", StringComparison.Ordinal)) ?? Everywhere;
            return _every.Aggregate(first, (value, name) => value.Replace($"//{name}:", "//localhost:", StringComparison.Ordinal));
        }
    }
}
