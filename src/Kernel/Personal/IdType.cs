namespace Anmin.Kernel.Personal;

/// <summary>Kind of identity document, coded as on the national death certificate of 2014. The numbers are stored and exchanged: never renumber.</summary>
public enum IdType
{
    /// <summary>Nobody knows, or there is none: a nameless body, an old grave.</summary>
    Unknown = 0,
    IdCard = 1,
    HouseholdRegister = 2,
    Passport = 3,
    OfficerCard = 4,
    DrivingLicence = 5,
    HongKongMacaoPermit = 6,
    TaiwanPermit = 7,
    Other = 9,
}

public static class IdTypeLabels
{
    /// <summary>The word on forms. A code outside the standard reads as 不详.</summary>
    public static string Label(this IdType type) => type switch
    {
        IdType.IdCard => "身份证",
        IdType.HouseholdRegister => "户口簿",
        IdType.Passport => "护照",
        IdType.OfficerCard => "军官证",
        IdType.DrivingLicence => "驾驶证",
        IdType.HongKongMacaoPermit => "港澳通行证",
        IdType.TaiwanPermit => "台湾通行证",
        IdType.Other => "其他",
        _ => "不详",
    };
}
