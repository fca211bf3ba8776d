namespace Anmin.Identity.Administration;

/// <summary>One line of 修改记录.</summary>
public sealed record ChangeLine(DateTimeOffset At, string By, string Key, string Before, string After, string Reason);
