namespace HomelabPortal.Ui.Shell;

/// <summary>A component above every page that says what concerns all of them; it draws nothing while there is nothing to say.</summary>
public sealed record ShellBanner(Type Component);
