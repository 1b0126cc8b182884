using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace HomelabPortal.Hostnames.Probing;

/// <summary>Sends one GET for a hostname to given addresses. Redirects are answers, and no more than 64 KiB are read.</summary>
internal sealed class EdgeClient(EdgeHandlers handlers, TimeProvider time)
{
    private const int MostBytes = 64 * 1024;
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(10);

    /// <param name="path">As it is written in a request.</param>
    /// <exception cref="ProbeFault">There was no answer.</exception>
    public async Task<EdgeReply> AskAsync(string hostname, string path, IReadOnlyList<IPAddress> addresses, CancellationToken cancellationToken)
    {
        using var own = new CancellationTokenSource(_limit, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(own.Token, cancellationToken);
        using var client = new HttpClient(handlers.To(addresses)) { Timeout = Timeout.InfiniteTimeSpan };
        using var request = new HttpRequestMessage(HttpMethod.Get, $"https://{hostname}{path}") { Version = HttpVersion.Version11, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("HomelabPortal", "1.0"));
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, both.Token);
            return new EdgeReply(
                (int)response.StatusCode, response.Headers.Location?.OriginalString, await BodyAsync(response, both.Token), response.Headers.Contains("cf-mitigated"));
        }
        catch (OperationCanceledException) when (own.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new ProbeFault(ProbeClass.Timeout, $"No answer within {_limit.TotalSeconds:0} seconds.");
        }
        catch (HttpRequestException fault) when (fault.HttpRequestError == HttpRequestError.SecureConnectionError)
        {
            throw new ProbeFault(ProbeClass.TlsFault, Depth(hostname));
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new ProbeFault(ProbeClass.NoConnection, "Cloudflare's edge did not take the connection, or ended it. Is the portal's own way to the Internet in order?");
        }
    }

    private static async Task<string> BodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[MostBytes];
        var read = await stream.ReadAtLeastAsync(buffer, MostBytes, throwOnEndOfStream: false, cancellationToken);
        return Encoding.UTF8.GetString(buffer, 0, read);
    }

    private static string Depth(string hostname) => hostname.Count(letter => letter == '.') > 2
        ? "The edge has no certificate for it: names more than one level below the zone need an advanced certificate in Cloudflare."
        : "The edge's certificate does not fit the name. A new zone's certificate takes a while; see SSL/TLS in Cloudflare's dashboard.";
}
