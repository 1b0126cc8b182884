using System.Net;
using System.Text;
using System.Threading.Channels;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Tests.Kubernetes;

/// <summary>An API server that answers one request after the other as the test says; further requests wait until they are cancelled.</summary>
internal sealed class ScriptedApi : HttpMessageHandler
{
    private readonly Channel<Func<ScriptedRequest, HttpResponseMessage>> _answers = Channel.CreateUnbounded<Func<ScriptedRequest, HttpResponseMessage>>();
    private readonly Channel<ScriptedRequest> _requests = Channel.CreateUnbounded<ScriptedRequest>();

    public static KubernetesConnection Connection { get; } = new(new Uri("http://api.test"), "a test");

    /// <summary>The next request nobody has looked at yet.</summary>
    public Task<ScriptedRequest> NextRequestAsync() => _requests.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));

    /// <summary>True when a request came that nobody has looked at.</summary>
    public bool HasRequest => _requests.Reader.TryPeek(out _);

    public KubernetesClient Client(TimeProvider? time = null) => new(Connection, this, time ?? TimeProvider.System);

    public ScriptedApi Answer(Func<ScriptedRequest, HttpResponseMessage> answer)
    {
        _answers.Writer.TryWrite(answer);
        return this;
    }

    public ScriptedApi Answer(string json, HttpStatusCode status = HttpStatusCode.OK, string mediaType = "application/json") =>
        Answer(_ => new HttpResponseMessage(status) { Content = new StringContent(json, Encoding.UTF8, mediaType) });

    public ScriptedApi Answer(Stream body) => Answer(_ => new HttpResponseMessage { Content = new StreamContent(body) });

    public ScriptedApi Fail(HttpStatusCode status, string reason, string message = "said the server", string details = "{}") =>
        Answer(Samples.Status((int)status, reason, message, details), status);

    public ScriptedApi Refuse() => Answer(_ => throw new HttpRequestException("Connection refused"));

    /// <summary>Answers with a watch that the test writes to.</summary>
    public ScriptedWatch AnswerWatch()
    {
        var watch = new ScriptedWatch();
        Answer(watch.Stream);
        return watch;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var seen = new ScriptedRequest(
            request.Method.Method,
            request.RequestUri!.PathAndQuery,
            body,
            request.Content?.Headers.ContentType?.ToString(),
            request.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value)));
        _requests.Writer.TryWrite(seen);
        var answer = await _answers.Reader.ReadAsync(cancellationToken);
        return answer(seen);
    }
}
