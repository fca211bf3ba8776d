namespace Anmin.Kernel.Actors;

/// <summary>One thing somebody may do. Declared by the module that owns it, checked by the Gate only.</summary>
/// <param name="Code"><c>module.noun.verb</c>, stable.</param>
/// <param name="Label">What the role screen shows, in Chinese.</param>
public sealed record Permission(string Code, string Label)
{
    /// <summary>Open to everybody, signed in or not: the public front door.</summary>
    public static readonly Permission Anyone = new("public", "公众");
}
