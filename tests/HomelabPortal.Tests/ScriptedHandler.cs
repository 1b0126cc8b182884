using System.Net;
using System.Text;

namespace HomelabPortal.Tests;

/// <summary>Answers requests in-process by a script and keeps what was asked.</summary>
internal sealed class ScriptedHandler(Func<ScriptedHandler.Asked, HttpResponseMessage> answer) : HttpMessageHandler
{
    private readonly List<Asked> _requests = [];

    public IReadOnlyList<Asked> Requests
    {
        get { lock (_requests) return [.. _requests]; }
    }

    public static HttpResponseMessage Json(string json, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        var asked = new Asked(request.Method, request.RequestUri?.PathAndQuery ?? "", body, request.Headers.Authorization?.ToString());
        lock (_requests) _requests.Add(asked);
        return answer(asked);
    }

    internal sealed record Asked(HttpMethod Method, string Path, string? Body, string? Authorization);
}
