using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Anmin.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class FurnaceWork : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "funeral_archive",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    complete = table.Column<bool>(type: "boolean", nullable: false),
                    missing = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    filed_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    filed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    retain_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_archive", x => x.case_id);
                });

            migrationBuilder.CreateTable(
                name: "funeral_archive_item",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    shown = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    required = table.Column<bool>(type: "boolean", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    note = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_archive_item", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "funeral_ashes_absence",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    cremation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    signed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    recorded_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_ashes_absence", x => x.case_id);
                    table.ForeignKey(
                        name: "FK_funeral_ashes_absence_funeral_case_case_id",
                        column: x => x.case_id,
                        principalTable: "funeral_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "funeral_ashes_receipt",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    ashes_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    receiver = table.Column<Guid>(type: "uuid", nullable: false),
                    signature = table.Column<byte[]>(type: "bytea", nullable: false),
                    hash = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_ashes_receipt", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "funeral_body_part",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    division = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    opened_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    origin = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    hospital = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    paper_number = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: false),
                    patient = table.Column<byte[]>(type: "bytea", nullable: true),
                    contents = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    received_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    first_operator = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    second_operator = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    cremator = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    cremated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_body_part", x => x.id);
                    table.CheckConstraint("funeral_body_part_done", "cremated_at is null or (first_operator is not null and second_operator is not null and cremator is not null)");
                    table.CheckConstraint("funeral_body_part_two", "second_operator is null or first_operator <> second_operator");
                });

            migrationBuilder.CreateTable(
                name: "funeral_cremation_reading",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    cremation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    institution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    cremator = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    fuel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    fuel_amount = table.Column<decimal>(type: "numeric(12,4)", precision: 12, scale: 4, nullable: true),
                    electricity = table.Column<decimal>(type: "numeric(12,4)", precision: 12, scale: 4, nullable: true),
                    peak_temperature = table.Column<int>(type: "integer", nullable: true),
                    remarks = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    recorded_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_cremation_reading", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "funeral_emission",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    institution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    cremator = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    cremation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    pollutant = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    value = table.Column<decimal>(type: "numeric(14,4)", precision: 14, scale: 4, nullable: false),
                    limit = table.Column<decimal>(type: "numeric(14,4)", precision: 14, scale: 4, nullable: true),
                    over = table.Column<bool>(type: "boolean", nullable: false),
                    source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    taken_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_emission", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "funeral_furnace_call",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    institution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    cremator = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    by_name = table.Column<bool>(type: "boolean", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_furnace_call", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "funeral_furnace_stop",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    institution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    cremator = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    booking = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    result = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_furnace_stop", x => x.id);
                    table.CheckConstraint("funeral_furnace_stop_times", "\"until\" > \"from\"");
                });

            migrationBuilder.CreateTable(
                name: "funeral_paper",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    item = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    media = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    size = table.Column<int>(type: "integer", nullable: false),
                    hash = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    correction = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_paper", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "funeral_screen_name",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    may_show = table.Column<bool>(type: "boolean", nullable: false),
                    by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_screen_name", x => x.case_id);
                });

            migrationBuilder.CreateTable(
                name: "funeral_shift",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    matters = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    remarks = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    given_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    given_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    taken_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    taken_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answer = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_shift", x => x.id);
                    table.CheckConstraint("funeral_shift_two", "taken_by is null or taken_by <> given_by");
                });

            migrationBuilder.CreateIndex(
                name: "IX_funeral_archive_number",
                table: "funeral_archive",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_funeral_ashes_absence_cremation_id",
                table: "funeral_ashes_absence",
                column: "cremation_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_funeral_ashes_receipt_case_id",
                table: "funeral_ashes_receipt",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "funeral_body_part_paper",
                table: "funeral_body_part",
                columns: new[] { "hospital", "paper_number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_funeral_body_part_institution_received_at",
                table: "funeral_body_part",
                columns: new[] { "institution", "received_at" });

            migrationBuilder.CreateIndex(
                name: "IX_funeral_body_part_number",
                table: "funeral_body_part",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_funeral_cremation_reading_cremation_id",
                table: "funeral_cremation_reading",
                column: "cremation_id");

            migrationBuilder.CreateIndex(
                name: "IX_funeral_emission_cremator_taken_at",
                table: "funeral_emission",
                columns: new[] { "cremator", "taken_at" });

            migrationBuilder.CreateIndex(
                name: "IX_funeral_emission_institution_taken_at",
                table: "funeral_emission",
                columns: new[] { "institution", "taken_at" });

            migrationBuilder.CreateIndex(
                name: "IX_funeral_furnace_call_case_id",
                table: "funeral_furnace_call",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "IX_funeral_furnace_call_institution_at",
                table: "funeral_furnace_call",
                columns: new[] { "institution", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_funeral_furnace_stop_cremator",
                table: "funeral_furnace_stop",
                column: "cremator");

            migrationBuilder.CreateIndex(
                name: "IX_funeral_furnace_stop_institution_from",
                table: "funeral_furnace_stop",
                columns: new[] { "institution", "from" });

            migrationBuilder.CreateIndex(
                name: "IX_funeral_paper_case_id_item",
                table: "funeral_paper",
                columns: new[] { "case_id", "item" });

            migrationBuilder.CreateIndex(
                name: "funeral_shift_one_open",
                table: "funeral_shift",
                column: "institution",
                unique: true,
                filter: "taken_at is null");

            migrationBuilder.CreateIndex(
                name: "IX_funeral_shift_institution_given_at",
                table: "funeral_shift",
                columns: new[] { "institution", "given_at" });

            migrationBuilder.CreateIndex(
                name: "IX_funeral_shift_number",
                table: "funeral_shift",
                column: "number",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "funeral_archive");

            migrationBuilder.DropTable(
                name: "funeral_archive_item");

            migrationBuilder.DropTable(
                name: "funeral_ashes_absence");

            migrationBuilder.DropTable(
                name: "funeral_ashes_receipt");

            migrationBuilder.DropTable(
                name: "funeral_body_part");

            migrationBuilder.DropTable(
                name: "funeral_cremation_reading");

            migrationBuilder.DropTable(
                name: "funeral_emission");

            migrationBuilder.DropTable(
                name: "funeral_furnace_call");

            migrationBuilder.DropTable(
                name: "funeral_furnace_stop");

            migrationBuilder.DropTable(
                name: "funeral_paper");

            migrationBuilder.DropTable(
                name: "funeral_screen_name");

            migrationBuilder.DropTable(
                name: "funeral_shift");
        }
    }
}
