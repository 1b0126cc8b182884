using HomelabPortal.Docker;
using HomelabPortal.Tests.Reconcile;

namespace HomelabPortal.ConformanceTests.Gpu;

/// <summary>The wire to a daemon, on which the portal dies right after the first call whose path contains a word; the daemon did what it was told.</summary>
internal sealed class PowerCut(DockerConnection connection, string word, CrashPoint crash) : DelegatingHandler(DockerHandler.Create(connection))
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (crash.HasDied)
            crash.Die("dead");
        var answer = await base.SendAsync(request, cancellationToken);
        if (request.Method == HttpMethod.Post && request.RequestUri!.AbsolutePath.EndsWith(word, StringComparison.Ordinal))
            crash.Die($"after {word}");
        return answer;
    }
}
