namespace HomelabPortal.Ui.Acts;

/// <summary>How loud a button is. A page has one primary act at most.</summary>
public enum ActKind
{
    Normal,
    Primary,
    Danger,
    Quiet,
}
