namespace HomelabPortal.Access.SignIn;

/// <summary>A way to sign in elsewhere, shown as a button on the sign-in page. Register one singleton for each.</summary>
/// <param name="Name">What people call it: "Gitea".</param>
/// <param name="Href">A path of the portal that begins it by GET; <c>?return=</c> and a checked local path are put behind it.</param>
internal sealed record SignInProvider(string Name, string Href);
