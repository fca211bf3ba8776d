using Anmin.Cemetery.Burials;
using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Rights;
using Anmin.Funeral.Ashes;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Evidence;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Personal;
using Shouldly;
using Xunit;

namespace Anmin.Cemetery.Tests.Burials;

/// <summary>
/// Invariants I4 and I5 of entities alone: cases with their containers, rights, positions and interments, in any order of right and wrong acts.
/// Whatever is refused or allowed, no container rests in two places, a part keeps its number, and a position says what its right and its dead say.
/// </summary>
public sealed class RestingWalkTests
{
    private const int Walks = 60, Steps = 2_000;

    [Fact]
    public void Nobody_rests_in_two_places_over_a_hundred_thousand_steps()
    {
        var (steps, buried, refused) = (0, 0, 0);
        for (var seed = 1; seed <= Walks; seed++)
        {
            var walk = new Walk(seed);
            for (var i = 0; i < Steps; i++, steps++) walk.Step().ShouldBeNull($"seed {seed}, step {i}: {walk.Last}");
            (buried, refused) = (buried + walk.Buried, refused + walk.Refused);
        }
        steps.ShouldBeGreaterThanOrEqualTo(100_000);
        buried.ShouldBeGreaterThan(Walks * 20);
        refused.ShouldBeGreaterThan(Walks * 20);
    }

    private sealed class Walk
    {
        private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
        private static readonly PersonName Name = PersonName.Parse("周桂兰").Value!;

        private readonly Random random;
        private readonly List<DeathCase> cases = [];
        private readonly List<Position> positions = [];
        private readonly List<PlotRight> rights = [];
        private readonly List<Interment> interments = [];
        private readonly Dictionary<string, int> parts = [];
        private DateTimeOffset now = new(2026, 4, 15, 2, 0, 0, TimeSpan.Zero);
        private int numbers;

        public Walk(int seed)
        {
            random = new(seed);
            for (var i = 0; i < 5; i++) cases.Add(Cremated(i));
            for (var i = 0; i < 4; i++)
            {
                var position = new Position { SectionId = Guid.NewGuid(), Division = "3213", Institution = "ce-1", Code = "P" + i, Row = 1, Number = i, Capacity = 1 + (i % 3) };
                position.Open();
                positions.Add(position);
            }
        }

        public string Last { get; private set; } = "";

        public int Buried { get; private set; }

        public int Refused { get; private set; }

        public string? Step()
        {
            now += TimeSpan.FromMinutes(random.Next(0, 300));
            var of = cases[random.Next(cases.Count)];
            var container = of.Ashes[random.Next(of.Ashes.Count)];
            switch (random.Next(12))
            {
                case 0 or 1: Grow(); break;
                case 2: End(); break;
                case 3: Split(of, container); break;
                case 4 or 5 or 6: Bury(of, container); break;
                case 7 or 8: Remove(); break;
                case 9: Move(); break;
                case 10: Dispute(); break;
                default: HandOver(of, container); break;
            }
            return Broken();
        }

        private void Grow()
        {
            var position = positions[random.Next(positions.Count)];
            Last = "grow " + position.Code;
            if (rights.Find(r => r.PositionId == position.Id && r.Holds) is not { } right)
            {
                if (!position.IsFree) return;
                rights.Add(right = PlotRight.Hold(position, RightKind.Grave, null, null, now.AddDays(1), By(), now));
            }
            else if (right.State == RightState.Held) right.Sign(new($"GM-{++numbers}", Name, null, null, "子女", RightBasis.CremationCertificate, "HH-1", null, Name, null, null, Day, Day.AddYears(20), null, 0, 0, null, now.AddDays(7)), 0, By(), Day, now);
            else if (right.State == RightState.Signed) right.Pay(now);
            else right.Activate($"AZ-{++numbers}", now);
            right.Lapse(now);
            Follow(position);
        }

        private void End()
        {
            var position = positions[random.Next(positions.Count)];
            Last = "end " + position.Code;
            if (Resting(position) > 0 || rights.Find(r => r.PositionId == position.Id && r.Holds) is not { } right) return;
            if (!right.End(RightEnding.Returned, Day, now).Ok) right.Cancel("x", now);
            Follow(position);
        }

        private void Split(DeathCase of, AshesContainer container)
        {
            Last = "split " + container.Number;
            if (of.Ashes.Count > 6) return;
            var made = of.SplitAshes(container.Number, [$"GH-{++numbers:000000}", $"GH-{++numbers:000000}"], By(), now);
            if (!made.Ok) Refused++;
            foreach (var part in made.Value ?? []) parts[part.Number] = of.PartOf(part);
        }

        /// <summary>As the desk does it: custody first, whose word alone must keep a container from resting twice.</summary>
        private void Bury(DeathCase of, AshesContainer container)
        {
            var position = positions[random.Next(positions.Count)];
            Last = $"bury {container.Number} {container.Status} in {position.Code}";
            if (rights.Find(r => r.PositionId == position.Id && r.State == RightState.Active && r.DisputedSince is null) is not { } right || Resting(position) >= position.Capacity) return;
            var said = random.Next(5) == 0 ? "P9" : null;
            if (!of.RestAshes(container.Number, random.Next(20) == 0 ? AshesStatus.Scattered : AshesStatus.Interred, said, position.Code, null, "w", null, By(), now).Ok)
            {
                Refused++;
                return;
            }
            interments.Add(Interment.Of(right, container.Status == AshesStatus.Scattered ? IntermentKind.Scattered : IntermentKind.Urn, Name, null, of.Id, container.Number, of.PartOf(container), "HH-1", null, Day, By()));
            Buried++;
            Follow(position);
        }

        private void Remove()
        {
            if (interments.Count == 0) return;
            var interment = interments[random.Next(interments.Count)];
            Last = "remove " + interment.Ashes;
            var position = positions.Find(p => p.Id == interment.PositionId)!;
            if (!interment.Remove(Day, "起掘").Ok)
            {
                Refused++;
                return;
            }
            cases.Find(c => c.Id == interment.CaseId)!.RestAshes(interment.Ashes!, AshesStatus.HandedOver, position.Code, "", null, "w", null, By(), now).Ok.ShouldBeTrue(Last);
            Follow(position);
        }

        private void Move()
        {
            if (interments.FindLast(i => i.Rests && i.Kind != IntermentKind.Scattered) is not { } interment) return;
            var (from, to) = (positions.Find(p => p.Id == interment.PositionId)!, positions[random.Next(positions.Count)]);
            Last = $"move {interment.Ashes} from {from.Code} to {to.Code}";
            if (to == from || rights.Find(r => r.PositionId == to.Id && r.State == RightState.Active) is not { } right || Resting(to) >= to.Capacity) return;
            var of = cases.Find(c => c.Id == interment.CaseId)!;
            of.RestAshes(interment.Ashes!, AshesStatus.Interred, null, to.Code, null, "w", null, By(), now).Ok.ShouldBeFalse("not taken out of where it rests: " + Last);
            interment.Remove(Day, "迁葬").Ok.ShouldBeTrue();
            of.RestAshes(interment.Ashes!, AshesStatus.Interred, from.Code, to.Code, null, "w", null, By(), now).Ok.ShouldBeTrue(Last);
            interments.Add(Interment.Of(right, IntermentKind.Urn, Name, null, of.Id, interment.Ashes, interment.Part, "HH-1", null, Day, By()));
            Follow(from);
            Follow(to);
        }

        private void Dispute()
        {
            if (rights.Count == 0) return;
            var right = rights[random.Next(rights.Count)];
            Last = "dispute";
            if (!right.Settle("x").Ok && random.Next(4) == 0) right.Dispute(Day, "x");
        }

        private void HandOver(DeathCase of, AshesContainer container)
        {
            Last = $"hand over {container.Number} {container.Status}";
            if (!of.HandOverAshes(container.Number, of.Handlers[0].Id, "w", By(), now).Ok) Refused++;
        }

        private void Follow(Position position) => position.Follow(rights.Find(r => r.PositionId == position.Id && r.Holds)?.State, Resting(position));

        private int Resting(Position position) => interments.Count(i => i.PositionId == position.Id && i.Rests);

        private string? Broken()
        {
            foreach (var container in cases.SelectMany(c => c.Ashes))
            {
                var rests = interments.FindAll(i => i.Ashes == container.Number && i.Rests);
                if (rests.Count > 1) return $"{container.Number} rests in {rests.Count} places";
                if (rests.Count == 1 && container.Status == AshesStatus.Split) return $"{container.Number} was split and rests";
                if (rests.Count == 1 && positions.Find(p => p.Id == rests[0].PositionId)!.Code != container.PlaceId) return $"{container.Number} is said to be at {container.PlaceId}";
                if (rests.Count == 0 && container.Status is AshesStatus.Interred or AshesStatus.Scattered) return $"{container.Number} is said to rest and does not";
                if (rests.Count == 1 && container.Status is AshesStatus.HandedOver or AshesStatus.Held) return $"{container.Number} rests and is said to be elsewhere";
            }
            foreach (var of in cases)
                foreach (var part in of.Ashes.Where(a => a.SplitFrom is not null))
                    if (parts[part.Number] != of.PartOf(part)) return $"{part.Number} changed its number among the parts";
            foreach (var position in positions)
            {
                if (Resting(position) > position.Capacity) return $"{position.Code} is over its room";
                if (rights.Count(r => r.PositionId == position.Id && r.Holds) > 1) return $"{position.Code} has two rights";
                if (position.State != Position.StateOf(rights.Find(r => r.PositionId == position.Id && r.Holds)?.State, Resting(position))) return $"{position.Code} says {position.State}";
            }
            return null;
        }

        private DateOnly Day => DateOnly.FromDateTime(now.UtcDateTime);

        private static Actor By() => new("a", "a", "x", DataScope.Everything, new HashSet<string>());

        private DeathCase Cremated(int n)
        {
            var by = By();
            var of = DeathCase.Report(new("SQ26-00000" + n, "321302001001", ReportSource.Family, Name, null, Sex.Female, new(1945, 3, 2), now.AddDays(-3), DeathPlaceKind.Home, null, false, false, false, null), now.AddDays(-2), Zone).Value!;
            of.AddHandler(PersonName.Parse("周建国").Value!, PhoneNumber.Parse("13812345678").Value!, "子女", null);
            of.RequestPickup(new($"JY-{n}", "fh-1", null, null, null, null, null, null), now).Ok.ShouldBeTrue();
            of.RecordPickup("car", "a", "b", "family", $"T{n}", by, now).Ok.ShouldBeTrue();
            of.Receive(BodyPlace.ColdStored, "box" + n, $"T{n}", by, now).Ok.ShouldBeTrue();
            of.AttachEvidence(EvidenceKind.MedicalCertificate, "3213022026000000" + n, "x", Day, Day, Zone, by, now).Problem.ShouldBeNull();
            of.Confirm(new(Disposition.Cremation, of.Handlers[0].Id, "", now, null, null), by, now).Problem.ShouldBeNull();
            of.StartCremation(new("furnace", "a", "b", $"T{n}", $"T{n}"), Zone, by, now).Problem.ShouldBeNull();
            of.FinishCremation($"GH-{++numbers:000000}", by, now).Problem.ShouldBeNull();
            of.IssueCertificate($"HH-{n}", by, now).Problem.ShouldBeNull();
            return of;
        }
    }
}
