using System.Net;
using System.Net.Http.Headers;
using System.Text;
using HomelabPortal.Checks.Asking;

namespace HomelabPortal.Checks.Notifying.Sending;

/// <summary>Posts to services by the same way out that checks have. Redirects are not followed: what is sent is for the address that was given.</summary>
internal sealed class PostSender(CheckNetwork network, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(15);

    private readonly HttpClient _client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        MaxResponseHeadersLength = 64,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        ConnectCallback = async (context, stop) => await network.ConnectAsync(context.DnsEndPoint.Host, context.DnsEndPoint.Port, stop),
    })
    { Timeout = Timeout.InfiniteTimeSpan };

    /// <exception cref="NotifyFault">It was not taken.</exception>
    public async Task SendAsync(Post post, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(_limit, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Post, post.Address) { Content = new StringContent(post.Json, Encoding.UTF8, "application/json") };
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("HomelabPortal", "1.0"));
        if (post.Authorization is not null && !request.Headers.TryAddWithoutValidation("Authorization", post.Authorization))
            throw new NotifyFault("The channel's authorization is no header. Enter it again.");
        try
        {
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, both.Token);
            if (!response.IsSuccessStatusCode)
                throw new NotifyFault(Words(response.StatusCode), After(response));
        }
        catch (HttpRequestException fault)
        {
            throw new NotifyFault(Reason(fault) ?? $"{post.Address.Host} did not answer.");
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new NotifyFault($"{post.Address.Host} did not answer within {_limit.TotalSeconds:0} seconds.");
        }
    }

    public void Dispose() => _client.Dispose();

    private TimeSpan? After(HttpResponseMessage response) =>
        response.Headers.RetryAfter is not { } after ? null : after.Delta ?? (after.Date is { } date ? date - time.GetUtcNow() : null);

    private static string Words(HttpStatusCode status) => (int)status switch
    {
        401 or 403 => $"It refuses the message (HTTP {(int)status}). Enter the channel's secret again.",
        404 or 410 => $"There is nothing at its address any more (HTTP {(int)status}). Make a new one there and enter it here.",
        429 => "It takes no more messages for a while (HTTP 429).",
        >= 300 and < 400 => $"It leads somewhere else (HTTP {(int)status}). Enter the address it leads to.",
        var code => $"It did not take the message (HTTP {code}).",
    };

    private static string? Reason(HttpRequestException fault)
    {
        for (Exception? inner = fault; inner is not null; inner = inner.InnerException)
        {
            if (inner is CheckFault known)
                return known.Answer.Words;
        }

        return fault.HttpRequestError == HttpRequestError.SecureConnectionError ? "Its certificate is not valid, so nothing was sent." : null;
    }
}
