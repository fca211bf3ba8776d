using Anmin.Kernel.Actors;
using Anmin.Kernel.Names;
using Anmin.Kernel.Personal;

namespace Anmin.Cemetery.Rights;

/// <summary>A right as an old register tells of it, in force from the day of its contract.</summary>
/// <param name="Terms">First term and renewals, oldest first, each beginning after the one before; null where there is no term.</param>
internal sealed record OldRight(
    RightKind Kind, string Number, PersonName Holder, IdNumber? HolderId, PhoneNumber? Phone, string? Relation, DateOnly SignedOn, DateOnly From, IReadOnlyList<DateOnly> Terms,
    long UseFen, long CareFenPerYear, DateOnly? CarePaidUntil, string? Certificate, PersonName? User);

internal sealed partial class PlotRight
{
    /// <summary>From an old register. Notes nothing: the import's own chain tells it, with the digest of the rows.</summary>
    public static PlotRight FromRegister(Grounds.Position position, OldRight old, Actor by, DateTimeOffset now)
    {
        var right = new PlotRight
        {
            Division = position.Division,
            Institution = position.Institution,
            OpenedBy = by.Id,
            Origin = by.Institution,
            PositionId = position.Id,
            Kind = old.Kind,
            State = RightState.Active,
            Number = old.Number,
            HeldAt = now,
            HolderName = old.Holder,
            HolderInitials = Pinyin.Initials(old.Holder.Text),
            HolderId = old.HolderId,
            HolderPhone = old.Phone,
            Relation = old.Relation,
            Basis = RightBasis.OldRegister,
            UserName = old.User,
            UserInitials = old.User is null ? null : Pinyin.Initials(old.User.Text),
            SignedOn = old.SignedOn,
            SignedBy = by.Id,
            TermFrom = old.From,
            TermUntil = old.Terms.Count == 0 ? null : old.Terms[^1],
            CarePaidUntil = old.CarePaidUntil,
            UseFen = old.UseFen,
            CareFenPerYear = old.CareFenPerYear,
            Certificate = old.Certificate,
        };
        var from = old.From;
        for (var i = 0; i < old.Terms.Count; from = old.Terms[i].AddDays(1), i++)
            right.Terms.Add(new() { RightId = right.Id, Seq = i + 1, From = from, Until = old.Terms[i], AgreedOn = i == 0 ? old.SignedOn : from, Fen = i == 0 ? old.UseFen : 0, By = by.Id });
        return right;
    }
}
