namespace HomelabPortal.Reconcile;

/// <summary>Which of the owner's answers a refusal is about, so that a form can show it there.</summary>
public enum RefusalField
{
    Other,
    Hostname,
    Backend,
    Port,
}
