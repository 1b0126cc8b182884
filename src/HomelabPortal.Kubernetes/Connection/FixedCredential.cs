using System.Text;

namespace HomelabPortal.Kubernetes;

/// <summary>A token that never changes, or none.</summary>
internal sealed class FixedCredential(string? token, string scheme = "Bearer") : ICredential
{
    public static FixedCredential None { get; } = new(null);

    public string Scheme => scheme;

    public static FixedCredential Basic(string user, string password) =>
        new(Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")), "Basic");

    public ValueTask<string?> GetTokenAsync(TimeProvider time, CancellationToken cancellationToken) => ValueTask.FromResult(token);

    public bool Invalidate(string token) => false;
}
