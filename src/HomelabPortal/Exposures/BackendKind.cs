namespace HomelabPortal.Exposures;

/// <summary>The three ways a form can say what answers behind a hostname.</summary>
public enum BackendKind
{
    Service,
    Container,
    Address,
}
