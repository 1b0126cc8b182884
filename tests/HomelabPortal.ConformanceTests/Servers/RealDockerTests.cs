using System.Net;
using System.Net.Http.Json;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;

namespace HomelabPortal.ConformanceTests.Servers;

/// <summary>The daemon under the conformance tests is what they take it for, reached through mutual TLS.</summary>
[Collection(RealDockerCollection.Name)]
public sealed class RealDockerTests(RealDocker docker)
{
    [RealDockerFact]
    public async Task Container_OfTheTestImage_RunsToItsEnd()
    {
        using var http = Client(docker.CertificateFolder);
        var manifest = new JsonObject { ["Image"] = RealDocker.Image, ["Cmd"] = new JsonArray("sh", "-c", "test -x /bin/ls && exit 7") };
        using var created = await http.PostAsJsonAsync("containers/create", manifest);
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        var id = (await created.Content.ReadFromJsonAsync<JsonObject>())!["Id"];
        using var started = await http.PostAsync($"containers/{id}/start", null);
        Assert.Equal(HttpStatusCode.NoContent, started.StatusCode);
        using var ended = await http.PostAsync($"containers/{id}/wait", null);
        Assert.Equal(7, (await ended.Content.ReadFromJsonAsync<JsonObject>())!["StatusCode"]!.GetValue<int>());
    }

    [RealDockerFact]
    public async Task ForeignCertificate_IsRejected()
    {
        using var http = Client(docker.ForeignCertificateFolder);
        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync("_ping"));
    }

    private HttpClient Client(string folder)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.ImportFromPemFile(Path.Combine(folder, "ca.pem"));
        var certificate = X509Certificate2.CreateFromPemFile(Path.Combine(folder, "cert.pem"), Path.Combine(folder, "key.pem"));
        var handler = new SocketsHttpHandler
        {
            SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = policy, ClientCertificates = [certificate] },
        };
        return new HttpClient(handler) { BaseAddress = docker.TlsAddress };
    }
}
