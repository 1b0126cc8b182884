using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using HomelabPortal.Tests.Reconcile;

namespace HomelabPortal.Tests.Gpu.Containers.Writing;

/// <summary>
/// The wire to a simulated Docker host. At every write the portal may die before it or after it, or the answer may be lost;
/// which images are there is told here, so that a test says it and not a registry.
/// </summary>
internal sealed class DockerWire : DelegatingHandler
{
    public DockerWire(IEnumerable<string> images)
        : base(new SocketsHttpHandler { UseProxy = false }) => Images = [.. images];

    public HashSet<string> Images { get; }

    /// <summary>Images are the simulated host's and its registry's, as for a portal.</summary>
    public bool PassesImages { get; init; }

    public CrashPoint? Crash { get; set; }

    /// <summary>The number of the write whose answer is lost, counted from 1.</summary>
    public int LoseAnswerOf { get; set; }

    /// <summary>How the path of a write ends whose answer is lost, once.</summary>
    public string? LosesAnswerTo { get; set; }

    /// <summary>What the daemon says instead of doing what is asked of a path; null lets it do so.</summary>
    public Func<string, string?>? Refuses { get; set; }

    public List<string> Writes { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = Uri.UnescapeDataString(request.RequestUri!.AbsolutePath);
        if (request.Method != HttpMethod.Get && Refuses?.Invoke(path) is { } refusal)
            return Json(HttpStatusCode.InternalServerError, new JsonObject { ["message"] = refusal }.ToJsonString());
        if (!PassesImages && path.Contains("/images/", StringComparison.Ordinal) && (path.EndsWith("/images/create", StringComparison.Ordinal) || request.Method == HttpMethod.Get))
            return Image(request, path);
        // A pull goes on beside the steps; it is no step of its own.
        if (path.EndsWith("/images/create", StringComparison.Ordinal))
            return await base.SendAsync(request, cancellationToken);
        var isWrite = request.Method != HttpMethod.Get && request.Method != HttpMethod.Head;
        if (!isWrite)
            return await base.SendAsync(request, cancellationToken);
        Crash?.Step($"before {path}");
        Writes.Add($"{request.Method} {path[path.IndexOf('/', 1)..]}");
        var answer = await base.SendAsync(request, cancellationToken);
        Crash?.Step($"after {path}");
        var isLost = LosesAnswerTo is { } end && path.EndsWith(end, StringComparison.Ordinal);
        if (Writes.Count != LoseAnswerOf && !isLost)
            return answer;
        if (isLost)
            LosesAnswerTo = null;
        answer.Dispose();
        throw new HttpRequestException("The answer was lost.", new IOException());
    }

    private HttpResponseMessage Image(HttpRequestMessage request, string path)
    {
        if (request.Method == HttpMethod.Post)
        {
            var query = System.Web.HttpUtility.ParseQueryString(request.RequestUri!.Query);
            lock (Images)
                Images.Add($"{query["fromImage"]}:{query["tag"]}");
            return Json(HttpStatusCode.OK, "");
        }

        if (path.EndsWith("/images/json", StringComparison.Ordinal))
            return Json(HttpStatusCode.OK, "[]");
        var name = path[(path.IndexOf("/images/", StringComparison.Ordinal) + "/images/".Length)..^"/json".Length];
        lock (Images)
        {
            return Images.Contains(name)
                ? Json(HttpStatusCode.OK, """{"Id":"sha256:1"}""")
                : Json(HttpStatusCode.NotFound, $$"""{"message":"No such image: {{name}}"}""");
        }
    }

    private static HttpResponseMessage Json(HttpStatusCode status, string text) => new(status) { Content = new StringContent(text, Encoding.UTF8, "application/json") };
}
