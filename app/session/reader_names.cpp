#include "app/session/reader_names.hpp"

#include "draft/facts/lexicon_entries.hpp"

namespace mingze::app {

ReaderNames reader_names(const Program& program, const Database& stated) {
  return {
      draft::Lexicon(draft::lexicon_entries(program, stated), draft::place_names(program, stated)),
      draft::Lexicon(draft::topic_entries(program))};
}

}  // namespace mingze::app
