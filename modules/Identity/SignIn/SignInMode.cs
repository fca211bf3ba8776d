namespace Anmin.Identity.SignIn;

/// <summary>How people get in. Replaced by the host; off unless it says otherwise.</summary>
/// <param name="Personas">One button per persona and no secret: for invented data only.</param>
public sealed record SignInMode(bool Personas);
