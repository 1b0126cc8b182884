namespace HomelabPortal.Access.Web;

/// <summary>Another origin to which a form of the portal may lead on, for example a provider to sign in with: browsers check the redirects too.</summary>
/// <param name="Origin">Scheme, host and port, for example https://git.example.org.</param>
internal sealed record FormTarget(string Origin);
