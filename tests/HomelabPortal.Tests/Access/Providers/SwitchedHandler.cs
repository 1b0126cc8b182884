using System.Net;

namespace HomelabPortal.Tests.Access.Providers;

/// <summary>A line to a server that can be cut.</summary>
internal sealed class SwitchedHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    public bool IsDown { get; set; }

    public int Asked { get; private set; }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Asked++;
        return IsDown ? Task.FromResult(new HttpResponseMessage(HttpStatusCode.BadGateway)) : base.SendAsync(request, cancellationToken);
    }
}
