using System.Security.Cryptography.X509Certificates;

namespace HomelabPortal.Simulator.Hosting;

/// <summary>A listener that answers for many names, each with its own certificate.</summary>
internal interface INamesCertificates
{
    /// <param name="name">The name the client asked for; null when it asked for none.</param>
    /// <returns>Null when there is none for it: the handshake fails.</returns>
    X509Certificate2? CertificateFor(string? name);
}
