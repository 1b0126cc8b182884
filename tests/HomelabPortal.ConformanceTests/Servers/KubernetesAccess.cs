using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace HomelabPortal.ConformanceTests.Servers;

/// <summary>Where an API server listens and how to prove who one is; enough for the fixture's own plain requests.</summary>
internal sealed record KubernetesAccess(Uri Address, string? AuthorityPem)
{
    public string? Token { get; init; }

    /// <summary>Client certificate and key, both PEM.</summary>
    public (string Certificate, string Key)? Client { get; init; }

    public HttpClient CreateHttpClient()
    {
        var handler = new SocketsHttpHandler();
        if (AuthorityPem is not null)
        {
            var policy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
            };
            policy.CustomTrustStore.ImportFromPem(AuthorityPem);
            handler.SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = policy };
        }

        if (Client is { } client)
            handler.SslOptions.ClientCertificates = [X509Certificate2.CreateFromPem(client.Certificate, client.Key)];
        var http = new HttpClient(handler) { BaseAddress = Address };
        http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("homelab-portal-tests", "1"));
        if (Token is not null)
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        return http;
    }
}
