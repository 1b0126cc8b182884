using Microsoft.AspNetCore.Http.Connections;

namespace HomelabPortal.Ui;

/// <summary>
/// The pages speak over WebSockets alone. The other transports are plain requests, so that one page would be many of them.
/// The options are no parameter of the framework's; they are metadata of the hub's endpoint.
/// </summary>
internal static class HubTransport
{
    public static void WebSocketsOnly(EndpointBuilder endpoint)
    {
        foreach (var options in endpoint.Metadata.OfType<HttpConnectionDispatcherOptions>())
        {
            options.Transports = HttpTransportType.WebSockets;
            options.CloseOnAuthenticationExpiration = true;
        }
    }
}
